-- The conversations of one listing, newest first, with what of them stands in clear.
-- KEYS: listing, prefix of the conversations. ARGV: at most how many.
local rows = {}
local found = redis.call('ZREVRANGE', KEYS[1], 0, tonumber(ARGV[1]) - 1, 'WITHSCORES')
for i = 1, #found, 2 do
  local clear = redis.call('HMGET', KEYS[2] .. found[i], 'team', 'owner')
  rows[#rows + 1] = {found[i], found[i + 1], clear[1] or '', clear[2] or ''}
end
return rows
