package org.pavilion.plugin.scifi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pavilion.api.Text;
import org.pavilion.server.json.Json;

/** A binary glTF file as far as its rules can be checked without drawing it. */
record Glb(Content json, ByteBuffer data, List<String> faults) {
    private static final Map<String, Integer> PARTS = Map.of("SCALAR", 1, "VEC3", 3, "VEC4", 4);
    private static final Map<Integer, Integer> SIZES = Map.of(5120, 1, 5121, 1, 5122, 2, 5123, 2, 5125, 4, 5126, 4);

    record Content(
            List<Accessor> accessors,
            List<View> bufferViews,
            List<Buffer> buffers,
            List<MeshOf> meshes,
            List<Node> nodes,
            List<Object> materials) {}

    record Accessor(int bufferView, int componentType, int count, String type, List<Integer> min, List<Integer> max) {}

    record View(int buffer, int byteOffset, int byteLength, Optional<Integer> byteStride) {}

    record Buffer(int byteLength) {}

    record MeshOf(List<Primitive> primitives) {}

    record Primitive(Map<String, Integer> attributes, int indices, int material) {}

    record Node(Optional<Integer> mesh, Optional<Extras> extras, Map<String, Instancing> extensions) {}

    record Instancing(Map<String, Integer> attributes) {}

    record Extras(String spot, int order, Text title, Text text, List<Double> camera) {}

    static Glb read(Path file) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var faults = new ArrayList<String>();
        check(faults, bytes.getInt() == 0x46546c67 && bytes.getInt() == 2, "is no glTF 2.0");
        check(faults, bytes.getInt() == bytes.capacity(), "states another length");
        var text = new byte[bytes.getInt()];
        check(faults, bytes.getInt() == 0x4e4f534a && text.length % 4 == 0, "begins with no JSON chunk");
        bytes.get(text);
        int length = bytes.getInt();
        check(faults, bytes.getInt() == 0x004e4942 && length == bytes.remaining(), "ends with no binary chunk");
        var data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        var json = new Json().view(new String(text, StandardCharsets.UTF_8), Content.class);
        check(faults, json.buffers().getFirst().byteLength() == length, "states another buffer");
        var read = new Glb(json, data, faults);
        json.accessors().forEach(read::inside);
        json.meshes().stream().flatMap(mesh -> mesh.primitives().stream()).forEach(read::whole);
        return read;
    }

    private static void check(List<String> faults, boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    private static <K> int known(Map<K, Integer> map, K key) {
        return Objects.requireNonNull(map.get(key), () -> "no " + key);
    }

    /** An accessor lies inside its view, its view inside the buffer, both aligned. */
    private void inside(Accessor accessor) {
        var view = json.bufferViews().get(accessor.bufferView());
        int size = known(SIZES, accessor.componentType());
        int element = size * known(PARTS, accessor.type());
        int stride = view.byteStride().orElse(element);
        check(faults, view.byteOffset() + view.byteLength() <= data.capacity(), "a view ends past the buffer");
        check(faults, view.byteOffset() % 4 == 0 && stride % size == 0, "an accessor is not aligned");
        check(faults, (accessor.count() - 1) * stride + element <= view.byteLength(), "an accessor ends past its view");
        check(faults, view.byteStride().isEmpty() || stride % 4 == 0, "a vertex attribute is not aligned to four");
    }

    /** Attributes of one length, indices that name a vertex, bounds that hold. */
    private void whole(Primitive primitive) {
        var position = json.accessors().get(known(primitive.attributes(), "POSITION"));
        for (var attribute : List.of("NORMAL", "COLOR_0")) {
            var other = json.accessors().get(known(primitive.attributes(), attribute));
            check(faults, other.count() == position.count(), attribute + " is not as long as POSITION");
        }
        var indices = json.accessors().get(primitive.indices());
        check(faults, indices.count() % 3 == 0 && indices.count() > 0, "the indices are no triangles");
        int from = json.bufferViews().get(indices.bufferView()).byteOffset();
        for (int i = 0; i < indices.count(); i++) {
            int index = indices.componentType() == 5123
                    ? Short.toUnsignedInt(data.getShort(from + i * 2))
                    : data.getInt(from + i * 4);
            check(faults, index < position.count(), "an index names no vertex");
        }
        bounds(position);
        check(faults, primitive.material() < json.materials().size(), "a material is missing");
    }

    private void bounds(Accessor position) {
        var view = json.bufferViews().get(position.bufferView());
        for (int part = 0; part < 3; part++) {
            int low = Integer.MAX_VALUE;
            int high = Integer.MIN_VALUE;
            for (int i = 0; i < position.count(); i++) {
                int value =
                        data.getShort(view.byteOffset() + i * view.byteStride().orElse(8) + part * 2);
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            check(faults, position.min().get(part) == low && position.max().get(part) == high, "the bounds are wrong");
        }
    }

    /** Triangles drawn, each place of a repeated shape counted. */
    long triangles() {
        return json.nodes().stream()
                .filter(node -> node.mesh().isPresent())
                .mapToLong(node ->
                        places(node) * shape(json.meshes().get(node.mesh().get())))
                .sum();
    }

    private long shape(MeshOf mesh) {
        return mesh.primitives().stream()
                .mapToLong(each -> json.accessors().get(each.indices()).count() / 3)
                .sum();
    }

    private long places(Node node) {
        return Stream.ofNullable(node.extensions().get("EXT_mesh_gpu_instancing"))
                .mapToLong(each -> json.accessors()
                        .get(known(each.attributes(), "TRANSLATION"))
                        .count())
                .findFirst()
                .orElse(1);
    }

    /** The stops of the tour, in order. */
    List<Extras> spots() {
        return json.nodes().stream().flatMap(node -> node.extras().stream()).toList();
    }
}
