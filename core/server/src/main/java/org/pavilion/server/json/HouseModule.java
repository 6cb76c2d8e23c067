package org.pavilion.server.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;

/** The house's own scalars, and the rule that a record's components are all required. */
final class HouseModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    HouseModule() {
        super("pavilion");
        addSerializer(Ref.class, new RefWriter());
        addDeserializer(Ref.class, new RefReader());
        addSerializer(PartialDate.class, new DateWriter());
        addDeserializer(PartialDate.class, new DateReader());
        addSerializer(Quantity.Qualifier.class, new QualifierWriter());
        addDeserializer(Quantity.Qualifier.class, new QualifierReader());
        setDeserializerModifier(new RequiredComponents());
        setSerializerModifier(new WrittenNulls());
    }

    private static final class RefWriter extends StdSerializer<Ref> {
        private static final long serialVersionUID = 1L;

        RefWriter() {
            super(Ref.class);
        }

        @Override
        public void serialize(Ref ref, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(ref.toString());
        }
    }

    private static final class RefReader extends StdDeserializer<Ref> {
        private static final long serialVersionUID = 1L;

        RefReader() {
            super(Ref.class);
        }

        @Override
        public Ref deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Ref.of(in.getValueAsString(""));
        }
    }

    private static final class DateWriter extends StdSerializer<PartialDate> {
        private static final long serialVersionUID = 1L;

        DateWriter() {
            super(PartialDate.class);
        }

        @Override
        public void serialize(PartialDate date, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(date.text());
        }
    }

    private static final class DateReader extends StdDeserializer<PartialDate> {
        private static final long serialVersionUID = 1L;

        DateReader() {
            super(PartialDate.class);
        }

        @Override
        public PartialDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return new PartialDate(in.getValueAsString(""));
        }
    }

    private static final class QualifierWriter extends StdSerializer<Quantity.Qualifier> {
        private static final long serialVersionUID = 1L;

        QualifierWriter() {
            super(Quantity.Qualifier.class);
        }

        @Override
        public void serialize(Quantity.Qualifier value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(value.code());
        }
    }

    private static final class QualifierReader extends StdDeserializer<Quantity.Qualifier> {
        private static final long serialVersionUID = 1L;

        QualifierReader() {
            super(Quantity.Qualifier.class);
        }

        @Override
        public Quantity.Qualifier deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Quantity.Qualifier.of(in.getValueAsString(""));
        }
    }
}
