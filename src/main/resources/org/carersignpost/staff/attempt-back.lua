-- Takes back the count of an attempt that was right. KEYS: the limit. ARGV: 1 if all is forgiven, how many are free.
if ARGV[1] == '1' then
  return redis.call('DEL', KEYS[1])
end
if redis.call('EXISTS', KEYS[1]) == 1 then
  local count = redis.call('HINCRBY', KEYS[1], 'count', -1)
  if count < tonumber(ARGV[2]) then
    redis.call('HSET', KEYS[1], 'until', '0')
  end
end
return 0
