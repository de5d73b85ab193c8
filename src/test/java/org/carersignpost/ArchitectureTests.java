package org.carersignpost;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ArchitectureTests {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.carersignpost");

  @Test
  void modulesKeepToTheirBounds() {
    ApplicationModules modules = ApplicationModules.of(CarerSignpost.class);
    modules.verify();
    new Documenter(modules).writeModulesAsPlantUml();
  }

  @Test
  void theDialogueIsPure() {
    classes()
        .that()
        .resideInAPackage("..dialogue..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.carersignpost.dialogue..",
            "java.lang..",
            "java.util..",
            "java.time..",
            "org.jspecify.annotations..",
            "org.springframework.modulith")
        .because("the same arguments must always give the same turn")
        .check(CODE);
  }

  @Test
  void theDialogueReadsNoClock() {
    noClasses()
        .that()
        .resideInAPackage("..dialogue..")
        .should()
        .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
        .because("time arrives with the message")
        .check(CODE);
  }

  @Test
  void onlyTheChannelKnowsTwilio() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..channel..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.twilio..")
        .because("another network must be a change in one module")
        .check(CODE);
  }

  @Test
  void nobodyHidesStateInAThread() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocal.class)
        .because("every request runs on a virtual thread of its own")
        .check(CODE);
  }
}
