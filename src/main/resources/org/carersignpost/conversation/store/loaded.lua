-- What is stored of a conversation, before anything else that a script adds; nothing of one that is new.
local function loaded(conversation, opt_outs, id)
  local found = redis.call('HMGET', conversation, 'version', 'sequence', 'state', 'priority', 'at', 'body', 'heard')
  found[8] = redis.call('HEXISTS', opt_outs, id)
  return found
end
