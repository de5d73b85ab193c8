-- Erases one thing whose time is up: an answer, a message id, a recording, or a conversation with all that belongs to it.
-- What has been put off since it was found due is left alone. The opt-out register is never touched.
-- KEYS: as in save.lua. ARGV: the entry of the expiry index, its kind, conversation id, message id, now.
local entry, kind, id, message, now = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local due = redis.call('ZSCORE', KEYS[4], entry)
if not due or tonumber(due) > tonumber(now) then
  return 0
end
redis.call('ZREM', KEYS[4], entry)
if kind == 'answer' then
  if redis.call('HEXISTS', KEYS[3], message) == 1 then
    redis.call('HSET', KEYS[3], message, '')
  end
elseif kind == 'message' then
  redis.call('HDEL', KEYS[3], message)
  for part = 0, 9 do
    redis.call('HDEL', KEYS[19], message .. ':' .. part)
  end
elseif kind == 'recording' then
  redis.call('HDEL', KEYS[20], message)
elseif kind == 'conversation' then
  for _, answered in ipairs(redis.call('HKEYS', KEYS[3])) do
    redis.call('ZREM', KEYS[4], 'answer:' .. id .. ':' .. answered, 'message:' .. id .. ':' .. answered)
  end
  for _, recording in ipairs(redis.call('HKEYS', KEYS[20])) do
    redis.call('ZREM', KEYS[4], 'recording:' .. id .. ':' .. recording)
  end
  for _, line in ipairs(redis.call('HKEYS', KEYS[16])) do
    redis.call('ZREM', KEYS[17], id .. ':' .. line)
  end
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[15], KEYS[16], KEYS[19], KEYS[20])
  for i = 8, 13 do
    redis.call('ZREM', KEYS[i], id)
  end
  close_handoff(KEYS[6], KEYS[7], id)
  outbox_forget(KEYS[14], id)
end
return 1
