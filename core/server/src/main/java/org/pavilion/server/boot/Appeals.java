package org.pavilion.server.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Caller;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.api.Text;
import org.pavilion.server.http.ApprovalSource;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Sanction;
import org.pavilion.server.identity.Sanctions;

/** Appeals against sanctions in the queue of approvals; a verdict is final, for an appeal is heard once. */
record Appeals(Identity identity) implements ApprovalSource {
    private static final int MOST = 200;
    private static final Text WORDS = new Text("申诉理由", "What they say");
    private static final Text REASON = new Text("处置原因", "Why it was imposed");
    private static final Text BY = new Text("处置人", "Imposed by");
    private static final Text WHERE = new Text("范围", "Where");
    private static final Text UNTIL = new Text("截止", "Until");

    @Override
    public String kind() {
        return "appeal";
    }

    @Override
    public Text title() {
        return new Text("申诉", "Appeal");
    }

    @Override
    public Permission needs() {
        return Sanctions.DECIDE;
    }

    @Override
    public List<Waiting> waiting() {
        return identity.sanctions().appeals(MOST).stream().map(this::waiting).toList();
    }

    private Waiting waiting(Sanction sanction) {
        var details = new ArrayList<Detail>();
        details.add(new Detail(WORDS, Optional.empty(), sanction.appeal().orElse("")));
        details.add(new Detail(REASON, Optional.empty(), sanction.reason()));
        details.add(new Detail(BY, Optional.empty(), name(sanction.by())));
        if (!sanction.scope().equals(Scope.EXPO)) {
            details.add(new Detail(WHERE, Optional.empty(), sanction.scope().path()));
        }
        details.add(new Detail(UNTIL, Optional.empty(), sanction.until().toString()));
        return new Waiting(sanction.id(), title(sanction.kind()), name(sanction.subject()), sanction.at(), details);
    }

    private static Text title(Sanction.Kind kind) {
        return switch (kind) {
            case WARNING -> new Text("要求撤销警告：接受即撤销", "Lift a warning? Accepting lifts it");
            case TIMEOUT -> new Text("要求解除暂停发言：接受即解除", "Lift a time-out? Accepting lifts it");
            case SILENCE -> new Text("要求解除禁言：接受即解除", "Lift a silence? Accepting lifts it");
            case BAN -> new Text("要求解除封禁：接受即解除", "Lift a ban? Accepting lifts it");
        };
    }

    private String name(Ref who) {
        return identity.accounts().find(who).map(Account::name).orElse(who.toString());
    }

    @Override
    public void decide(String id, Verdict verdict, String note, Caller by) {
        identity.sanctions().decide(by, id, verdict == Verdict.ACCEPT, note);
    }
}
