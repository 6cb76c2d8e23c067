package org.pavilion.plugin.forum;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * A session in the organiser's form.
 *
 * @param fresh whether it is not stored yet
 * @param fault the field that was refused, and why
 */
public record EditView(
        String id,
        boolean fresh,
        Text name,
        Text editionName,
        String zone,
        Edited form,
        List<AgendaView.Choice> types,
        List<AgendaView.Choice> tracks,
        boolean cancelled,
        boolean ceremony,
        Optional<Fault> fault,
        Optional<DeskView.Done> done) {

    /** Why the form was refused. */
    public record Fault(String field, String code, String detail) {}

    public boolean faulty(String field) {
        return fault.filter(each -> each.field().equals(field)).isPresent();
    }
}
