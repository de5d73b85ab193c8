-- Keeps how far an answer has come. Reports come in any order: it never falls back, and delivered wins over everything.
-- KEYS: 1 answered, 2 arrivals. ARGV: the message that was answered, which of its answers, state, error or nothing.
local ranks = {accepted = 1, sent = 2, undelivered = 3, failed = 3, delivered = 4}
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then
  return 0
end
local field = ARGV[1] .. ':' .. ARGV[2]
local known = string.match(redis.call('HGET', KEYS[2], field) or '', '^%a+')
if known and ranks[known] >= ranks[ARGV[3]] then
  return 0
end
redis.call('HSET', KEYS[2], field, ARGV[3] .. ' ' .. ARGV[4])
return 1
