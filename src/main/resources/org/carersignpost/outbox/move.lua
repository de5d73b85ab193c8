-- Whoever holds the lease of a text says what becomes of it. Returns the conversation, or nothing if the lease is
-- another's by now.
-- KEYS: opt-outs. ARGV: prefix, id, now, token, state, when to look again, then fields and values; no value removes.
local prefix, id, now, state, again = ARGV[1], ARGV[2], ARGV[3], ARGV[5], ARGV[6]
local entry = prefix .. 'entry:' .. id
local found = redis.call('HMGET', entry, 'state', 'token', 'conversation', 'purpose')
local conversation, purpose = found[3], found[4]
if found[1] ~= 'sending' or found[2] ~= ARGV[4] then
  return {}
end
for i = 7, #ARGV, 2 do
  if ARGV[i + 1] == '' then
    redis.call('HDEL', entry, ARGV[i])
  else
    redis.call('HSET', entry, ARGV[i], ARGV[i + 1])
  end
  if ARGV[i] == 'error' then
    remember_opt_out(KEYS[1], conversation, purpose, ARGV[i + 1], now)
  end
end
if state == 'sending' then
  redis.call('ZADD', prefix .. 'sending', again, id)
elseif state == 'queued' then
  redis.call('HSET', entry, 'state', state, 'at', now)
  redis.call('HDEL', entry, 'token', 'began', 'doubt', 'looks')
  redis.call('ZREM', prefix .. 'sending', id)
  put_off(prefix, id, purpose, again)
  release(prefix, conversation, id, now)
else
  settle(prefix, id, conversation, purpose, state, now)
end
return {conversation}
