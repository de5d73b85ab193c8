package org.carersignpost.knowledge.files;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.knowledge.files.PhoneNumbers.Kind;
import org.carersignpost.knowledge.files.PhoneNumbers.UkNumber;

/// Whether numbers can be dialled, are written in the one form, and say what they cost.
final class PhoneChecks {
  private final Faults faults;
  private final Numbers allowed;

  PhoneChecks(Faults faults, Numbers allowed) {
    this.faults = faults;
    this.allowed = allowed;
  }

  void check(List<Phone> phones) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < phones.size(); i++) {
      Phone phone = phones.get(i);
      String at = "phones[" + i + "].";
      if (!seen.add(phone.type() + phone.number())) {
        faults.add(at + "number", phone.number() + " is there twice");
      }
      Optional<UkNumber> number = PhoneNumbers.parse(phone.number());
      if (number.isEmpty()) {
        faults.add(at + "number", phone.number() + " is not a valid UK number");
      } else {
        check(at, phone, number.get());
      }
    }
  }

  private void check(String at, Phone phone, UkNumber number) {
    if (!phone.number().equals(number.dialled())) {
      faults.add(at + "number", "must be written as " + number.dialled());
    }
    if (number.fictional() && allowed == Numbers.REAL) {
      faults.add(at + "number", phone.number() + " is kept for drama, nobody answers it");
    }
    boolean freeOfCharge = phone.free().orElse(false);
    if (number.isCharged()) {
      String words = phone.description().orElse("").toLowerCase(Locale.ROOT);
      if (!words.contains("charged")) {
        faults.add(
            at + "description", "must say charged: " + number.reading() + " is a dear number");
      }
      if (freeOfCharge) {
        faults.add(at + "free", number.reading() + " is a dear number and cannot be free");
      }
    }
    if (number.kind() == Kind.FREEPHONE && phone.free().equals(Optional.of(false))) {
      faults.add(at + "free", number.reading() + " is a freephone number");
    }
  }
}
