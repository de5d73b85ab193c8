package org.carersignpost.channel.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/// Exists in demonstration mode only; when the service is live it is as if it had never been
/// written.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ConditionalOnProperty(name = "signpost.demonstration", havingValue = "true")
@interface DemonstrationOnly {}
