-- Takes over a text whose lease has run out, whoever held it.
-- KEYS: sending. ARGV: prefix, id, now, end of the new lease, token.
local prefix, id = ARGV[1], ARGV[2]
local entry = prefix .. 'entry:' .. id
local due = redis.call('ZSCORE', KEYS[1], id)
if not due or tonumber(due) > tonumber(ARGV[3]) then
  return {}
end
local found = redis.call('HMGET', entry, 'state', 'conversation', 'purpose')
if found[1] ~= 'sending' then
  redis.call('ZREM', KEYS[1], id)
  return {}
end
redis.call('ZADD', KEYS[1], ARGV[4], id)
redis.call('HSET', entry, 'token', ARGV[5])
return {'taken', found[2], found[3],
  redis.call('HMGET', entry, 'body', 'attempts', 'first', 'began', 'doubt', 'looks')}
