package org.pavilion.server.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Caller;
import org.pavilion.api.Notice;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.api.Text;
import org.pavilion.server.http.ApprovalSource;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Role;
import org.pavilion.server.identity.Wish;
import org.pavilion.server.notify.Notify;

/** Roles that people ask for, in the queue of approvals. */
record RoleWishes(Identity identity, Notify notices) implements ApprovalSource {
    private static final int MOST = 200;
    private static final Text ROLE = new Text("角色", "Role");
    private static final Text WHERE = new Text("范围", "Where");
    private static final Text WHY = new Text("理由", "Why");
    private static final Text GRANTED = new Text("您申请的角色“%s”已获批准", "You have the role “%s” that you asked for");
    private static final Text REFUSED = new Text("您申请的角色“%s”未获批准", "The role “%s” that you asked for was not given");
    private static final Text AGAIN =
            new Text("关于角色“%s”的决定已撤回，申请重新等待审批", "The decision on the role “%s” was taken back; it waits again");

    /** A reason with the sentence before it fits a notice. */
    private static final int LONGEST_NOTE = 200;

    /** The page of one's own account. */
    private static final Ref ACCOUNT = new Ref("me", "account");

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
        return identity.rights().wishes(MOST).stream().map(this::waiting).toList();
    }

    private Waiting waiting(Wish wish) {
        var role = title(wish);
        var details = new ArrayList<Detail>();
        details.add(new Detail(ROLE, Optional.empty(), wish.role()));
        if (!wish.scope().equals(Scope.EXPO)) {
            details.add(new Detail(WHERE, Optional.empty(), wish.scope().path()));
        }
        if (!wish.note().isBlank()) {
            details.add(new Detail(WHY, Optional.empty(), wish.note()));
        }
        return new Waiting(wish.id(), role, name(wish), wish.at(), details);
    }

    private Text title(Wish wish) {
        return identity.rights().role(wish.role()).map(Role::title).orElse(Text.same(wish.role()));
    }

    private String name(Wish wish) {
        return identity.accounts()
                .find(wish.subject())
                .map(Account::name)
                .orElse(wish.subject().toString());
    }

    /** Who asked is told in the same transaction, with the reason. */
    @Override
    public void decide(String id, Verdict verdict, String note, Caller by) {
        var reason = note.strip();
        if (reason.codePointCount(0, reason.length()) > LONGEST_NOTE) {
            throw Problem.invalid("/note", "at most " + LONGEST_NOTE + " characters");
        }
        boolean granted = verdict == Verdict.ACCEPT;
        identity.rights()
                .decide(
                        id,
                        granted,
                        by.ref(),
                        (handle, journal, one) -> notices.send(
                                handle, journal, one.subject(), notice(one, granted ? GRANTED : REFUSED, reason)));
    }

    @Override
    public boolean undoes() {
        return true;
    }

    @Override
    public void undo(String id, Caller by) {
        identity.rights()
                .reconsider(
                        id,
                        by.ref(),
                        (handle, journal, one) -> notices.send(handle, journal, one.subject(), notice(one, AGAIN, "")));
    }

    private Notice notice(Wish wish, Text said, String reason) {
        var role = title(wish);
        return new Notice(
                "role.decided",
                new Text(
                        said.zh().formatted(role.zh()) + (reason.isEmpty() ? "" : "：" + reason),
                        said.en().formatted(role.en()) + (reason.isEmpty() ? "" : ": " + reason)),
                ACCOUNT);
    }
}
