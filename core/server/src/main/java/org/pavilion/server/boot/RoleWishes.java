package org.pavilion.server.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Caller;
import org.pavilion.api.Permission;
import org.pavilion.api.Scope;
import org.pavilion.api.Text;
import org.pavilion.server.http.ApprovalSource;
import org.pavilion.server.identity.Rights;
import org.pavilion.server.identity.Role;
import org.pavilion.server.identity.Wish;

/** Roles that people ask for, in the queue of approvals. */
record RoleWishes(Rights rights) implements ApprovalSource {
    private static final int MOST = 200;
    private static final Text ROLE = new Text("角色", "Role");
    private static final Text WHERE = new Text("范围", "Where");
    private static final Text WHY = new Text("理由", "Why");

    @Override
    public String kind() {
        return "role";
    }

    @Override
    public Text title() {
        return new Text("角色申请", "Role wanted");
    }

    @Override
    public Permission needs() {
        return new Permission("role:grant");
    }

    @Override
    public List<Waiting> waiting() {
        return rights.wishes(MOST).stream().map(this::waiting).toList();
    }

    private Waiting waiting(Wish wish) {
        var role = rights.role(wish.role()).map(Role::title).orElse(Text.same(wish.role()));
        var details = new ArrayList<Detail>();
        details.add(new Detail(ROLE, Optional.empty(), wish.role()));
        if (!wish.scope().equals(Scope.EXPO)) {
            details.add(new Detail(WHERE, Optional.empty(), wish.scope().path()));
        }
        if (!wish.note().isBlank()) {
            details.add(new Detail(WHY, Optional.empty(), wish.note()));
        }
        return new Waiting(wish.id(), role, wish.subject().toString(), wish.at(), details);
    }

    @Override
    public void decide(String id, Verdict verdict, String note, Caller by) {
        rights.decide(id, verdict == Verdict.ACCEPT, by.ref());
    }
}
