-- What the sender's scripts share. How far a text has come: nothing falls back from a higher number to a lower one.
local RANK = {queued = 0, cancelled = 0, sending = 1, unknown = 1, accepted = 2, sent = 3, undelivered = 4, failed = 4,
  delivered = 5}
local TROUBLE = {failed = true, undelivered = true, unknown = true}
local OPTED_OUT = '21610'
local BEHIND_ANOTHER = 1000

local function whole(number)
  return string.format('%.0f', number)
end

-- Lets the next text of the conversation go, and look at it at once.
local function release(prefix, conversation, id, now)
  if redis.call('HGET', prefix .. 'busy', conversation) == id then
    redis.call('HDEL', prefix .. 'busy', conversation)
  end
  for _, other in ipairs(redis.call('LRANGE', prefix .. 'open:' .. conversation, 0, 99)) do
    local found = redis.call('HMGET', prefix .. 'entry:' .. other, 'state', 'due', 'purpose')
    if found[1] == 'queued' and tonumber(found[2]) <= tonumber(now) then
      redis.call('ZADD', outbox_queue(prefix, found[3]), 'XX', now, other)
      return
    end
  end
end

-- A text has come to an end of its way, or to where only the carrier or staff can move it.
local function settle(prefix, id, conversation, purpose, state, now)
  redis.call('HSET', prefix .. 'entry:' .. id, 'state', state, 'at', now)
  redis.call('HDEL', prefix .. 'entry:' .. id, 'token', 'doubt', 'looks')
  redis.call('ZREM', outbox_queue(prefix, purpose), id)
  redis.call('ZREM', prefix .. 'sending', id)
  redis.call('LREM', prefix .. 'open:' .. conversation, 0, id)
  if TROUBLE[state] then
    redis.call('ZADD', prefix .. 'failed', now, id)
  else
    redis.call('ZREM', prefix .. 'failed', id)
  end
  release(prefix, conversation, id, now)
end

-- A text that waits is not sent at all.
local function cancel(prefix, id, conversation, purpose, reason, now)
  redis.call('HSET', prefix .. 'entry:' .. id, 'reason', reason)
  settle(prefix, id, conversation, purpose, 'cancelled', now)
end

local function put_off(prefix, id, purpose, due)
  redis.call('HSET', prefix .. 'entry:' .. id, 'due', due)
  redis.call('ZADD', outbox_queue(prefix, purpose), due, id)
end

-- The carrier refuses to text this carer, so neither do we. A duty phone is no carer.
local function remember_opt_out(opt_outs, conversation, purpose, error, now)
  if error == OPTED_OUT and purpose ~= 'ALERT' then
    redis.call('HSETNX', opt_outs, conversation, now)
  end
end

-- Until when an earlier text of the conversation holds this one back; nothing if none does.
local function held_until(prefix, id, conversation, purpose, now)
  if purpose == 'ALERT' then
    return nil
  end
  now = tonumber(now)
  local busy = redis.call('HGET', prefix .. 'busy', conversation)
  if busy and busy ~= id then
    if redis.call('HGET', prefix .. 'entry:' .. busy, 'state') == 'sending' then
      return now + BEHIND_ANOTHER
    end
    redis.call('HDEL', prefix .. 'busy', conversation)
  end
  for _, other in ipairs(redis.call('LRANGE', prefix .. 'open:' .. conversation, 0, -1)) do
    if other == id then
      return nil
    end
    local found = redis.call('HMGET', prefix .. 'entry:' .. other, 'state', 'purpose', 'wanted', 'due')
    if found[1] == 'queued' and found[2] == purpose and tonumber(found[3]) <= now then
      return math.max(now + BEHIND_ANOTHER, tonumber(found[4]))
    end
  end
  return nil
end

-- How long until one more may go, in milliseconds; 0 if it goes, and then it counts.
-- One goes each interval, and so many at once after a quiet time. This stands here and not in a library, because the
-- limit of a number must be asked and counted in the very step that takes the text, by the service's own clock.
local function wait_for_turn(key, now, interval, burst)
  now, interval, burst = tonumber(now), tonumber(interval), tonumber(burst)
  local next_free = math.max(now, tonumber(redis.call('GET', key) or now))
  local wait = math.ceil(next_free - (burst - 1) * interval - now)
  if wait > 0 then
    return wait
  end
  redis.call('SET', key, string.format('%.3f', next_free + interval), 'PX', math.ceil((burst + 1) * interval))
  return 0
end

-- Takes over what the carrier says of a message, unless more is known already. Returns the conversation if anything
-- changed.
local function learn(prefix, opt_outs, id, now, sid, state, error)
  local entry = prefix .. 'entry:' .. id
  local found = redis.call('HMGET', entry, 'conversation', 'purpose', 'state', 'sid', 'error')
  local conversation, purpose, before, own = found[1], found[2], found[3], found[4] or ''
  if not conversation then
    return nil
  end
  local is_known = redis.call('SADD', prefix .. 'sids:' .. conversation, sid) == 0
  remember_opt_out(opt_outs, conversation, purpose, error, now)
  -- What is late to be said of an earlier attempt matters only if that one arrived after all.
  if own ~= sid and (own ~= '' or is_known) and state ~= 'delivered' then
    return nil
  end
  local rank = RANK[before]
  if before == 'failed' and own == '' then
    rank = RANK.unknown
  end
  redis.call('HSET', entry, 'sid', sid)
  if RANK[state] > rank then
    redis.call('HDEL', entry, 'error', 'reason')
    if error ~= '' and TROUBLE[state] then
      redis.call('HSET', entry, 'error', error)
    end
    settle(prefix, id, conversation, purpose, state, now)
    return conversation
  end
  if error ~= '' and TROUBLE[state] and TROUBLE[before] and not found[5] then
    redis.call('HSET', entry, 'error', error)
    return conversation
  end
  return nil
end
