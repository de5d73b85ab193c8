package org.carersignpost.console.openapi;

import static java.util.Map.entry;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.Map;
import org.carersignpost.console.account.AuditApi;
import org.carersignpost.console.account.PeopleApi;
import org.carersignpost.console.account.TokensApi;
import org.carersignpost.console.api.CallsApi;
import org.carersignpost.console.api.ConversationsApi;
import org.carersignpost.console.api.DirectoryApi;
import org.carersignpost.console.api.TextsApi;
import org.carersignpost.console.desk.StaffCalls;
import org.carersignpost.console.desk.StaffDesk;
import org.carersignpost.conversation.ConversationView;
import org.carersignpost.conversation.MessageView;
import org.carersignpost.conversation.Page;
import org.carersignpost.conversation.ServiceFinder;
import org.carersignpost.staff.Rota;
import org.jspecify.annotations.Nullable;

/// What types are called in the description of the API, where their own names say too little away
/// from the class they stand in.
final class ApiNames implements ModelConverter {
  private static final Map<Class<?>, String> NAMES =
      Map.ofEntries(
          entry(Page.class, "ConversationPage"),
          entry(ConversationView.NoteView.class, "ConversationNote"),
          entry(ConversationView.EventView.class, "ConversationEvent"),
          entry(MessageView.class, "Message"),
          entry(ConversationsApi.Search.class, "ConversationSearch"),
          entry(ConversationsApi.FoundPage.class, "FoundConversationPage"),
          entry(StaffDesk.Found.class, "FoundConversation"),
          entry(ConversationsApi.Ending.class, "ConversationEnding"),
          entry(StaffCalls.Call.class, "LiveCall"),
          entry(CallsApi.Ringing.class, "RingingPhone"),
          entry(ConversationsApi.Done.class, "ConversationDone"),
          entry(ConversationsApi.FarewellLine.class, "Farewell"),
          entry(ConversationsApi.Activity.class, "Looking"),
          entry(ServiceFinder.Found.class, "FoundService"),
          entry(DirectoryApi.Reply.class, "StandardReply"),
          entry(TextsApi.Troubled.class, "TroubledText"),
          entry(PeopleApi.All.class, "PersonList"),
          entry(PeopleApi.Change.class, "PersonChange"),
          entry(Rota.Block.class, "RotaBlock"),
          entry(TokensApi.All.class, "TokenList"),
          entry(TokensApi.Made.class, "MadeToken"),
          entry(TokensApi.Wanted.class, "WantedToken"),
          entry(AuditApi.Entry.class, "AuditEntry"),
          entry(AuditApi.Part.class, "AuditPart"));

  @Override
  @SuppressWarnings("rawtypes") // The interface has it so.
  public @Nullable Schema resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    String name = NAMES.get(Json.mapper().constructType(type.getType()).getRawClass());
    AnnotatedType named = name == null ? type : type.name(name);
    return chain.hasNext() ? chain.next().resolve(named, context, chain) : null;
  }
}
