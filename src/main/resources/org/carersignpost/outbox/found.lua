-- Takes over the first of the messages found that belongs to no other text of the conversation.
-- Returns 'found' if there was one or if more is known by now, and the conversation if anything changed.
-- KEYS: opt-outs. ARGV: prefix, id, now, then sid, state and error or nothing of each.
local prefix, id, now = ARGV[1], ARGV[2], ARGV[3]
local entry = redis.call('HMGET', prefix .. 'entry:' .. id, 'state', 'conversation')
if entry[1] ~= 'sending' then
  return {'found'}
end
for i = 4, #ARGV, 3 do
  if redis.call('SISMEMBER', prefix .. 'sids:' .. entry[2], ARGV[i]) == 0 then
    return {'found', learn(prefix, KEYS[1], id, now, ARGV[i], ARGV[i + 1], ARGV[i + 2])}
  end
end
return {}
