-- Sets a text that is due aside for a moment, so that only one copy of the service prepares it.
-- Returns its purpose; nothing if it is not due or must wait behind another.
-- KEYS: urgent. ARGV: prefix, id, now, until when.
local prefix, id, now = ARGV[1], ARGV[2], ARGV[3]
local found = redis.call('HMGET', prefix .. 'entry:' .. id, 'state', 'purpose', 'conversation')
if found[1] ~= 'queued' then
  redis.call('ZREM', prefix .. 'due', id)
  redis.call('ZREM', prefix .. 'urgent', id)
  return {}
end
local queue = outbox_queue(prefix, found[2])
local due = redis.call('ZSCORE', queue, id)
if not due or tonumber(due) > tonumber(now) then
  return {}
end
local held = held_until(prefix, id, found[3], found[2], now)
redis.call('ZADD', queue, held and whole(held) or ARGV[4], id)
return held and {} or {found[2]}
