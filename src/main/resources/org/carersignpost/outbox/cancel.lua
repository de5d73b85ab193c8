-- Staff do not want a text sent that still waits. One that may have been sent before stays unknown.
-- KEYS: due. ARGV: prefix, id, now.
local prefix, id, now = ARGV[1], ARGV[2], ARGV[3]
local found = redis.call('HMGET', prefix .. 'entry:' .. id, 'state', 'conversation', 'purpose', 'doubt')
if found[1] ~= 'queued' then
  return {}
end
if found[4] then
  settle(prefix, id, found[2], found[3], 'unknown', now)
else
  cancel(prefix, id, found[2], found[3], 'staff', now)
end
return {found[2]}
