-- Makes a text that is due `sending`, or says why not: {'later', conversation} or {'cancelled', conversation}.
-- KEYS: opt-outs. ARGV: prefix, id, now, end of the lease, token, prefix of conversations, end of the quiet hours or
-- nothing, interval and burst of one number.
local prefix, id, now, token = ARGV[1], ARGV[2], ARGV[3], ARGV[5]
local entry = prefix .. 'entry:' .. id
local found = redis.call('HMGET', entry, 'state', 'conversation', 'purpose', 'condition')
local conversation, purpose, condition = found[2], found[3], found[4] or ''
if found[1] ~= 'queued' then
  return {}
end
local held = held_until(prefix, id, conversation, purpose, now)
if held then
  redis.call('ZADD', outbox_queue(prefix, purpose), whole(held), id)
  return {}
end
local record = ARGV[6] .. conversation

local field, value = string.match(condition, '^([^=]*)=(.*)$')
if field and (redis.call('HGET', record, field) or '') ~= value then
  cancel(prefix, id, conversation, purpose, 'condition', now)
  return {'cancelled', conversation}
end

if purpose ~= 'ALERT' then
  local out = redis.call('HGET', KEYS[1], conversation)
  if out then
    local written = redis.call('HGET', record, 'at')
    if purpose ~= 'REPLY' or not written or tonumber(written) <= tonumber(out) then
      cancel(prefix, id, conversation, purpose, 'opted-out', now)
      return {'cancelled', conversation}
    end
  end
  if purpose == 'FOLLOW_UP' and ARGV[7] ~= '' then
    put_off(prefix, id, purpose, ARGV[7])
    return {'later', conversation}
  end
  local wait = wait_for_turn(prefix .. 'rate:' .. conversation, now, ARGV[8], ARGV[9])
  if wait > 0 then
    put_off(prefix, id, purpose, whole(tonumber(now) + wait))
    return {'later', conversation}
  end
  redis.call('HSET', prefix .. 'busy', conversation, id)
end

redis.call('HSET', entry, 'state', 'sending', 'at', now, 'token', token)
redis.call('HSETNX', entry, 'first', now)
redis.call('HSETNX', entry, 'began', now)
if not redis.call('HGET', entry, 'doubt') then
  redis.call('HINCRBY', entry, 'attempts', 1)
end
redis.call('ZREM', outbox_queue(prefix, purpose), id)
redis.call('ZADD', prefix .. 'sending', ARGV[4], id)
return {'taken', conversation, purpose,
  redis.call('HMGET', entry, 'body', 'attempts', 'first', 'began', 'doubt', 'looks')}
