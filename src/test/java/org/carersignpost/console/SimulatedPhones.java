package org.carersignpost.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carersignpost.channel.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The phones of the simulated network, as its page works them.
///
/// @param port where the service listens
record SimulatedPhones(int port) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// A carer's phone, which rings the service.
  Phone ring(String from) {
    JsonNode call = post("/simulator/calls", "{\"from\": \"" + from + "\"}");
    return new Phone("/simulator/calls/", call.at("/sid").asString());
  }

  /// The phone of that number, if it rings.
  Optional<Phone> ringing(String number) {
    for (JsonNode phone : MAPPER.readTree(all()).values()) {
      if (phone.at("/to").asString().equals(number)
          && phone.at("/state/kind").asString().equals("ringing")) {
        return Optional.of(new Phone("/simulator/phones/", phone.at("/sid").asString()));
      }
    }
    return Optional.empty();
  }

  private String all() {
    return Web.get(port, "/simulator/phones").body();
  }

  private JsonNode post(String path, String body) {
    var answer = Web.postJson(port, path, body);
    assertThat(answer.statusCode()).as(path + " " + body + ": " + answer.body()).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }

  /// What the phones of staff do.
  @Override
  public String toString() {
    return all();
  }

  /// A simulated phone.
  final class Phone {
    private final String path;
    private final String sid;

    private Phone(String path, String sid) {
      this.path = path;
      this.sid = sid;
    }

    void act(String what, Object value) {
      post(path + sid + "/do", "{\"" + what + "\": " + MAPPER.writeValueAsString(value) + "}");
    }

    String from() {
      return view().at("/from").asString();
    }

    String state() {
      return view().at("/state/kind").asString();
    }

    /// All that was said so far.
    String words() {
      List<String> words = new ArrayList<>();
      for (JsonNode event : view().at("/events").values()) {
        words.add(event.at("/text").asString(""));
      }
      return String.join(" ", words);
    }

    private JsonNode view() {
      return MAPPER.readTree(Web.get(port, "/simulator/calls/" + sid).body());
    }
  }
}
