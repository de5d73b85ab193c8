-- Where a text waits: alerts have a queue of their own, so that nothing stands before them.
local function outbox_queue(prefix, purpose)
  return prefix .. (purpose == 'ALERT' and 'urgent' or 'due')
end

-- Keeps a text that must be sent; the same id again changes nothing. See OutboxScript for the keys.
local function outbox_put(prefix, conversation, now, id, due, purpose, body, condition)
  local entry = prefix .. 'entry:' .. id
  if redis.call('EXISTS', entry) == 1 then
    return
  end
  redis.call('HSET', entry, 'conversation', conversation, 'purpose', purpose, 'state', 'queued', 'at', now,
    'wanted', due, 'due', due, 'attempts', '0', 'condition', condition, 'body', body)
  redis.call('ZADD', outbox_queue(prefix, purpose), due, id)
  redis.call('RPUSH', prefix .. 'of:' .. conversation, id)
  redis.call('RPUSH', prefix .. 'open:' .. conversation, id)
end

-- Erases all texts of a conversation, sent or not.
local function outbox_forget(prefix, conversation)
  for _, id in ipairs(redis.call('LRANGE', prefix .. 'of:' .. conversation, 0, -1)) do
    redis.call('DEL', prefix .. 'entry:' .. id)
    for _, set in ipairs({'due', 'urgent', 'sending', 'failed'}) do
      redis.call('ZREM', prefix .. set, id)
    end
  end
  redis.call('HDEL', prefix .. 'busy', conversation)
  redis.call('DEL', prefix .. 'of:' .. conversation, prefix .. 'open:' .. conversation,
    prefix .. 'sids:' .. conversation)
end
