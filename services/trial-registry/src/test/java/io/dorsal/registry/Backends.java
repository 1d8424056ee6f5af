package io.dorsal.registry;

import io.dorsal.embedded.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A real Kafka and a real PostgreSQL, shared by all tests that ask for them. */
@QuarkusTestResource(
        value = RealBackends.class,
        initArgs = {@ResourceArg(name = "kafka", value = "true"), @ResourceArg(name = "database", value = "registry")})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Backends {}
