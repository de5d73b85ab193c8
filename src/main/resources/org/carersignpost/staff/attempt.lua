-- Counts one attempt before it is judged, so that many at once cannot slip through together.
-- KEYS: the limit. ARGV: now, window, how many are free, first pause, longest pause, all in milliseconds.
-- Returns 0, or how long to wait.
local now, window, free = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local kept = redis.call('HMGET', KEYS[1], 'count', 'last', 'until')
local count, last, till = tonumber(kept[1]) or 0, tonumber(kept[2]) or 0, tonumber(kept[3]) or 0
if till > now then
  return till - now
end
if now - math.max(last, till) > window then
  count = 0
end
count = count + 1
till = 0
if count >= free then
  till = now + math.min(tonumber(ARGV[4]) * 2 ^ math.min(count - free, 20), tonumber(ARGV[5]))
end
redis.call('HSET', KEYS[1], 'count', count, 'last', ARGV[1], 'until', string.format('%.0f', till))
redis.call('PEXPIRE', KEYS[1], window + tonumber(ARGV[5]))
return 0
