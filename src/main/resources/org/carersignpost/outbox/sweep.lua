-- What is due in a shard: alerts, other texts, and what has been under way for too long.
-- KEYS: urgent, due, sending. ARGV: now, the most of each.
local found = {}
for i = 1, 3 do
  found[i] = redis.call('ZRANGEBYSCORE', KEYS[i], '-inf', ARGV[1], 'LIMIT', 0, ARGV[1 + i])
end
return found
