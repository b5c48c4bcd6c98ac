package io.github.patchwork4j.client.internal.json;

import com.squareup.moshi.JsonAdapter;

/** An adapter that makes a value of JSON's null; others are not asked when there is a null. */
abstract class NullReadingAdapter<T> extends JsonAdapter<T> {}
