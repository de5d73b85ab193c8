/// Learns from the knowledge base's training utterances which intents a message carries.
///
/// It is built on OpenNLP's extension points: [MessageFeatures] is a feature generator and
/// [LinearSvmTrainer] a trainer. [IntentModels] trains once, or reads what was trained before;
/// [IntentModel] classifies.
@NullMarked
package org.carersignpost.understanding.classifier;

import org.jspecify.annotations.NullMarked;
