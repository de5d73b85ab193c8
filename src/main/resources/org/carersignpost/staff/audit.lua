-- Appends one entry. Its id is the time of the service's clock, or, where that ran back, the next after the last.
-- KEYS: stream. ARGV: milliseconds, then names and values.
local now = tonumber(ARGV[1])
local last = '0-0'
if redis.call('EXISTS', KEYS[1]) == 1 then
  local about = redis.call('XINFO', 'STREAM', KEYS[1])
  for i = 1, #about, 2 do
    if about[i] == 'last-generated-id' then
      last = about[i + 1]
    end
  end
end
local dash = string.find(last, '-', 1, true)
local millis, sequence = tonumber(string.sub(last, 1, dash - 1)), tonumber(string.sub(last, dash + 1))
local id
if now > millis then
  id = string.format('%.0f-0', now)
else
  id = string.format('%.0f-%.0f', millis, sequence + 1)
end
return redis.call('XADD', KEYS[1], id, unpack(ARGV, 2))
