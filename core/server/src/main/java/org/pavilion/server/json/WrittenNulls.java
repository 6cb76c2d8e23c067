package org.pavilion.server.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a record's {@code @Nullable} component as {@code null} where others are left out: an answer
 * says with it that there is nothing, instead of saying nothing.
 */
final class WrittenNulls extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription description, List<BeanPropertyWriter> writers) {
        var type = description.getBeanClass();
        if (!type.isRecord()) {
            return writers;
        }
        Set<String> nullable = Arrays.stream(type.getRecordComponents())
                .filter(WrittenNulls::nullable)
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
        return writers.stream()
                .map(writer -> nullable.contains(writer.getName()) ? new Always(writer) : writer)
                .toList();
    }

    private static boolean nullable(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations())
                .anyMatch(a -> a.annotationType().getSimpleName().equals("Nullable"));
    }

    private static final class Always extends BeanPropertyWriter {
        private static final long serialVersionUID = 1L;

        Always(BeanPropertyWriter writer) {
            super(writer);
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator out, SerializerProvider provider) throws Exception {
            if (get(bean) == null) {
                out.writeNullField(getName());
            } else {
                super.serializeAsField(bean, out, provider);
            }
        }
    }
}
