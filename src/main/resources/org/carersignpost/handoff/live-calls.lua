-- Gives the calls that are going on, eight values each: id, conversation, began, team, priority, waiting, with, seen; what is not
-- known is empty. KEYS: sorted set of ids. ARGV: what the names of the hashes of calls begin with, in the slot of the set; and
-- how many calls at most.
local found = {}
for _, id in ipairs(redis.call('ZREVRANGE', KEYS[1], 0, ARGV[2] - 1)) do
  local call = redis.call(
    'HMGET', ARGV[1] .. id, 'conversation', 'began', 'team', 'priority', 'waiting', 'with', 'seen', 'ended')
  -- A step that is told late can name a call that has ended.
  if call[1] and call[2] and not call[8] then
    found[#found + 1] = id
    for i = 1, 7 do
      found[#found + 1] = call[i] or ''
    end
  end
end
return found
