-- Staff want a text sent again that did not arrive, or perhaps did not. What may have been sent is looked for first.
-- KEYS: failed. ARGV: prefix, id, now.
local prefix, id, now = ARGV[1], ARGV[2], ARGV[3]
local entry = prefix .. 'entry:' .. id
local found = redis.call('HMGET', entry, 'state', 'conversation', 'purpose')
local state, conversation, purpose = found[1], found[2], found[3]
if not state or not TROUBLE[state] then
  return {}
end
redis.call('HSET', entry, 'state', 'queued', 'at', now, 'wanted', now, 'attempts', '0')
redis.call('HDEL', entry, 'first', 'error', 'reason', 'sid')
if state == 'unknown' then
  redis.call('HSET', entry, 'doubt', 'again')
else
  redis.call('HDEL', entry, 'began')
end
put_off(prefix, id, purpose, now)
redis.call('ZREM', KEYS[1], id)
redis.call('RPUSH', prefix .. 'open:' .. conversation, id)
return {conversation}
