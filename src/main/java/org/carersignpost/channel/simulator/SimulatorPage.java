package org.carersignpost.channel.simulator;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// A phone in the browser.
@Controller
@DemonstrationOnly
class SimulatorPage {
  /// First messages as carers write them, to try with one click.
  private static final List<String> EXAMPLES =
      List.of(
          "I look after my mum who has dementia and I havent had a break in months",
          "Can I get any money for caring for my husband? We live in Andover",
          "Dad is coming out of hospital Friday and I dont know how I will manage",
          "I'm 14 and I help look after my brother, nobody at school knows",
          "My son is autistic, school keep sending him home, I'm worn out",
          "how do i get a carers assessment in Winchester",
          "I feel so alone with it all and cant sleep for worry",
          "Can I talk to a real person please");

  private final ServiceClock clock;

  SimulatorPage(ServiceClock clock) {
    this.clock = clock;
  }

  @GetMapping("/simulator")
  String phone(Model model) {
    model.addAttribute("number", SimulatedNumber.any());
    model.addAttribute("time", SimulatorClock.Time.of(clock.instant()));
    model.addAttribute("examples", EXAMPLES);
    return "simulator";
  }
}
