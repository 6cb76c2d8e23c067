package org.pavilion.server.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;

/**
 * Jackson gives an absent record component {@code null}; here it is refused unless the component is
 * {@code @Nullable} or an {@code Optional}. Absent collections and maps are read as empty.
 */
final class RequiredComponents extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
        var type = description.getBeanClass();
        return type.isRecord() ? new Checking(deserializer, type.getRecordComponents()) : deserializer;
    }

    private static final class Checking extends DelegatingDeserializer implements ResolvableDeserializer {
        private static final long serialVersionUID = 1L;

        private final transient RecordComponent[] components;

        Checking(JsonDeserializer<?> delegate, RecordComponent[] components) {
            super(delegate);
            this.components = components;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> newDelegatee) {
            return new Checking(newDelegatee, components);
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            var value = super.deserialize(in, context);
            if (value == null) {
                throw Problem.invalid("", "an object is required, not null");
            }
            for (var component : components) {
                if (!component.getType().isPrimitive() && read(component, value) == null && required(component)) {
                    throw JsonMappingException.from(
                            in, "missing", Problem.invalid("/" + component.getName(), "a required member is missing"));
                }
            }
            return value;
        }

        private static @Nullable Object read(RecordComponent component, Object value) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                return accessor.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }

        private static boolean required(RecordComponent component) {
            var type = component.getType();
            return type != Optional.class
                    && !Collection.class.isAssignableFrom(type)
                    && !Map.class.isAssignableFrom(type)
                    && Arrays.stream(component.getAnnotatedType().getAnnotations())
                            .noneMatch(a -> a.annotationType().getSimpleName().equals("Nullable"));
        }
    }
}
