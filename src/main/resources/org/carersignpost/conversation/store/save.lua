-- Stores one turn, or one action of a staff member, with everything that matters; or nothing at all and says why.
-- KEYS: 1 conversation, 2 messages, 3 answered, 4 expiry, 5 opt-outs, 6 waiting queue, 7 waiting reasons, 8 listing,
--       9 to 12 listings of the states bot, waiting, staff and closed, 13 claims, 14 prefix of the outbox, 15 drafts,
--       16 reviews, 17 open reviews, 18 prefix of the figures, 19 arrivals, 20 recordings.
-- ARGV: as named below, then five arguments for each text to be sent, then the new messages, oldest first.
local id, message, expected, now, most_messages = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local body, state, priority, last_at, sequence = ARGV[6], ARGV[7], ARGV[8], ARGV[9], ARGV[10]
local answer, answer_due, message_due, conversation_due = ARGV[11], ARGV[12], ARGV[13], ARGV[14]
local waiting, band, opened_at, sealed_reason, opt_out = ARGV[15], ARGV[16], ARGV[17], ARGV[18], ARGV[19]
local owner, team, claim_due, heard, draft_sent = ARGV[20], ARGV[21], ARGV[22], ARGV[23], ARGV[24]
local alarm, quiet_until, day, figures_due, counted = ARGV[25], ARGV[26], ARGV[27], ARGV[28], ARGV[29]
local outgoing = tonumber(ARGV[30])
local first_outgoing = 31
local first_message = first_outgoing + 5 * outgoing

local known = redis.call('HGET', KEYS[3], message)
if known then
  return {'known', known}
end
local version = redis.call('HGET', KEYS[1], 'version') or '0'
if version ~= expected then
  return {'lost', loaded(KEYS[1], KEYS[5], id)}
end

-- A version is never used again, not even after the conversation was erased and begun anew.
version = string.format('%.0f', math.max(tonumber(version), tonumber(now)) + 1)
redis.call('HSET', KEYS[1], 'version', version, 'sequence', sequence, 'state', state, 'priority', priority,
  'at', last_at, 'body', body, 'owner', owner, 'team', team)
if heard ~= '' then
  redis.call('HSET', KEYS[1], 'heard', heard)
end
for i = first_message, #ARGV do
  redis.call('RPUSH', KEYS[2], ARGV[i])
end
redis.call('LTRIM', KEYS[2], -tonumber(most_messages), -1)

redis.call('HSET', KEYS[3], message, answer)
redis.call('ZADD', KEYS[4], answer_due, 'answer:' .. id .. ':' .. message)
redis.call('ZADD', KEYS[4], message_due, 'message:' .. id .. ':' .. message)
redis.call('ZADD', KEYS[4], conversation_due, 'conversation:' .. id)

redis.call('ZADD', KEYS[8], last_at, id)
for i, name in ipairs({'bot', 'waiting', 'staff', 'closed'}) do
  if name == state then
    redis.call('ZADD', KEYS[8 + i], last_at, id)
  else
    redis.call('ZREM', KEYS[8 + i], id)
  end
end
if claim_due == '' then
  redis.call('ZREM', KEYS[13], id)
else
  redis.call('ZADD', KEYS[13], claim_due, id)
end

if waiting == 'open' then
  open_handoff(KEYS[6], KEYS[7], id, band, opened_at, sealed_reason)
elseif waiting == 'close' then
  close_handoff(KEYS[6], KEYS[7], id)
end
if opt_out == 'out' then
  redis.call('HSETNX', KEYS[5], id, now)
elseif opt_out == 'in' then
  redis.call('HDEL', KEYS[5], id)
end

-- A crisis is told to the duty phone once, until somebody has taken it or a while has passed.
local first = first_outgoing
if alarm == 'attended' then
  redis.call('HDEL', KEYS[1], 'alarm', 'alarm_at')
elseif alarm == 'raise' then
  local raised = redis.call('HGET', KEYS[1], 'alarm_at')
  if raised and tonumber(raised) > tonumber(quiet_until) then
    first = first + 5
  else
    redis.call('HSET', KEYS[1], 'alarm', ARGV[first], 'alarm_at', now)
  end
end
for i = first, first_message - 1, 5 do
  outbox_put(KEYS[14], id, now, ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4])
end
if draft_sent ~= '' then
  redis.call('HDEL', KEYS[15], draft_sent)
end
for name in string.gmatch(counted, '[^\n]+') do
  redis.call('HINCRBY', KEYS[18] .. day, name, 1)
  redis.call('ZADD', KEYS[4], figures_due, 'figures:' .. day)
end
return {'saved'}
