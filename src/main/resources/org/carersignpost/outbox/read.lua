-- What has become of texts: {id, conversation, state, at, due, attempts, error, reason, purpose} of each, oldest first.
-- KEYS: the list or sorted set of their ids. ARGV: prefix, the most.
local ids
if redis.call('TYPE', KEYS[1]).ok == 'zset' then
  ids = redis.call('ZREVRANGE', KEYS[1], 0, tonumber(ARGV[2]) - 1)
else
  ids = redis.call('LRANGE', KEYS[1], -tonumber(ARGV[2]), -1)
end
local all = {}
for _, id in ipairs(ids) do
  local found = redis.call('HMGET', ARGV[1] .. 'entry:' .. id, 'conversation', 'state', 'at', 'due', 'attempts',
    'error', 'reason', 'purpose')
  if found[1] then
    table.insert(found, 1, id)
    all[#all + 1] = found
  end
end
return all
