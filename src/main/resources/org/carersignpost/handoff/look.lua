-- Says what somebody does at a conversation, and tells who else is there and whether that is news to them.
-- KEYS: hash of names to what they do and when. ARGV: name, what they do, now, before when the others are forgotten, and
-- after how many seconds all of it is.
local name, doing, now, oldest = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local before = redis.call('HGET', KEYS[1], name)
local what = before and string.match(before, '^(%a+)') or 'GONE'
if doing == 'GONE' then
  redis.call('HDEL', KEYS[1], name)
else
  redis.call('HSET', KEYS[1], name, doing .. ' ' .. now)
  redis.call('EXPIRE', KEYS[1], ARGV[5])
end
local found = {what == doing and 'same' or 'news'}
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  local did, at = string.match(all[i + 1], '^(%a+) (%d+)$')
  if tonumber(at) < oldest then
    redis.call('HDEL', KEYS[1], all[i])
  elseif all[i] ~= name then
    found[#found + 1] = did .. ' ' .. all[i]
  end
end
return found
