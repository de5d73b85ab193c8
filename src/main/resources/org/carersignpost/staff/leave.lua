-- Takes out those who have been silent too long, and those whose duty is over. Only one copy of the service gets each.
-- KEYS: presence, duty. ARGV: now, the oldest sign that counts. Returns who has left.
local gone = {}
for _, name in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[2], 'LIMIT', 0, 500)) do
  redis.call('ZREM', KEYS[1], name)
  redis.call('ZREM', KEYS[2], name)
  gone[#gone + 1] = name
end
for _, name in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[1], 'LIMIT', 0, 500)) do
  redis.call('ZREM', KEYS[2], name)
  gone[#gone + 1] = name
end
return gone
