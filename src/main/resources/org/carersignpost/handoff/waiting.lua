-- Puts a conversation in the waiting queue. One that is there already keeps its first time, and its reason unless the
-- new one is more serious, or both are ordinary and it is newer. A band is the opposite of a priority: the lower, the sooner.
local function open_handoff(queue, reasons, id, band, at, sealed_reason)
  local width = 10000000000000
  band, at = tonumber(band), tonumber(at)
  local score = redis.call('ZSCORE', queue, id)
  if score then
    local old_band = math.floor(tonumber(score) / width)
    at = math.min(at, tonumber(score) - old_band * width)
        if old_band < band or (old_band == band and band < 2) then
      band, sealed_reason = old_band, nil
    end
  end
  redis.call('ZADD', queue, string.format('%.0f', band * width + at), id)
  if sealed_reason then
    redis.call('HSET', reasons, id, sealed_reason)
  end
end

-- Takes a conversation out of the waiting queue; one that is not there is left as it is.
local function close_handoff(queue, reasons, id)
  redis.call('ZREM', queue, id)
  redis.call('HDEL', reasons, id)
end
