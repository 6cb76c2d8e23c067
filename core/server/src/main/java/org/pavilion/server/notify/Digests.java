package org.pavilion.server.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.pavilion.api.Calendar;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.server.personal.Personal;

/** One mail a day to those who want it: what they have not read, and what they starred for tomorrow. */
final class Digests {
    private static final Text SUBJECT = new Text("%s：您的今日摘要", "%s: your day");
    private static final Text OPENING = new Text("%s，您好。这是您今天的展会摘要。", "Hello %s, here is your day.");
    private static final Text UNREAD = new Text("未读消息", "Not read yet");
    private static final Text TOMORROW = new Text("明天的日程", "Tomorrow in your agenda");
    private static final Text WHY =
            new Text("您收到这封邮件，是因为您选择了每日摘要。", "You get this mail because you chose a daily digest.");
    private static final Text STOP = new Text("不再接收：%s", "No more of these: %s");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final Duration A_DAY = Duration.ofHours(20);
    private static final int EVENING = 17;
    private static final int LISTED = 20;
    private static final int READ = 200;

    private final Storage storage;
    private final InstantSource clock;
    private final Personal personal;
    private final Inbox inbox;
    private final Wishes wishes;
    private final Post post;
    private final Addresses addresses;
    private final Site site;
    private volatile IntSupplier from = () -> EVENING;

    /**
     * What a mail must know of the site.
     *
     * @param base whole address without a path
     * @param zone of the venue
     * @param sender in whose name it is written
     */
    record Site(Supplier<String> base, Supplier<ZoneId> zone, Function<Ref, String> paths, Supplier<Sender> sender) {
        /** What stands at the head of a mail. */
        Paper.Head head(Language language) {
            var by = sender.get();
            return new Paper.Head(
                    by.name().in(language), by.logo().map(path -> base.get() + path), by.ground(), by.ink());
        }

        String link(Ref ref, Language language) {
            return link(paths.apply(ref), language);
        }

        String link(String path, Language language) {
            return base.get() + (language == Language.EN ? "/en" : "") + path;
        }
    }

    Digests(
            Storage storage,
            InstantSource clock,
            Personal personal,
            Inbox inbox,
            Wishes wishes,
            Post post,
            Addresses addresses,
            Site site) {
        this.storage = storage;
        this.clock = clock;
        this.personal = personal;
        this.inbox = inbox;
        this.wishes = wishes;
        this.post = post;
        this.addresses = addresses;
        this.site = site;
    }

    /** Has the hour asked, at each round, from which digests go out. */
    void from(IntSupplier hour) {
        from = hour;
    }

    /** Writes to everybody whose evening it is and who has not had today's. */
    void round() {
        if (!post.works()) {
            return;
        }
        var now = clock.instant();
        for (var reader : wishes.readers()) {
            if (Duration.between(reader.digestAt(), now).compareTo(A_DAY) >= 0
                    && now.atZone(zone(reader.account())).getHour() >= from.getAsInt()
                    && wishes.claim(reader, now)) {
                addresses
                        .of(reader.account())
                        .filter(Addressee::confirmed)
                        .flatMap(to -> mail(reader, to, now))
                        .ifPresent(mail -> storage.write((handle, journal) -> {
                            post.put(handle, journal, mail, now.plus(A_DAY));
                            return mail;
                        }));
            }
        }
    }

    /** Empty when there is nothing to say. */
    Optional<Mail> mail(Wishes.Reader reader, Addressee to, Instant now) {
        var language = to.language();
        var sections = new ArrayList<Paper.Section>();
        var wish = wishes.of(reader.account());
        var unread = inbox.unread(reader.account(), READ).stream()
                .filter(item -> wish.of(item.kind()) == Way.DIGEST)
                .limit(LISTED)
                .map(item -> new Paper.Line(item.title().in(language), site.link(item.about(), language)))
                .toList();
        if (!unread.isEmpty()) {
            sections.add(new Paper.Section(UNREAD.in(language), unread));
        }
        var tomorrow = tomorrow(reader.account(), now, language);
        if (!tomorrow.isEmpty()) {
            sections.add(new Paper.Section(TOMORROW.in(language), tomorrow));
        }
        if (sections.isEmpty()) {
            return Optional.empty();
        }
        var stop = site.link("/unsubscribe/" + reader.secret(), language);
        var paper = new Paper(
                language.tag(),
                site.head(language),
                OPENING.in(language).formatted(to.name()),
                "",
                "",
                sections,
                List.of(WHY.in(language), STOP.in(language).formatted(stop)));
        return Optional.of(new Mail(
                Optional.of(reader.account()),
                to.email(),
                "digest",
                SUBJECT.in(language).formatted(site.head(language).name()),
                paper.plain(),
                paper.html(),
                stop));
    }

    private List<Paper.Line> tomorrow(Ref account, Instant now, Language language) {
        var zone = zone(account);
        var day = now.atZone(zone).toLocalDate().plusDays(1);
        return personal.agenda(account).stream()
                .filter(entry -> !entry.cancelled())
                .filter(entry -> entry.start().atZone(zone).toLocalDate().equals(day))
                .map(entry -> new Paper.Line(line(entry, zone, language), site.link(entry.ref(), language)))
                .toList();
    }

    private static String line(Calendar.Entry entry, ZoneId zone, Language language) {
        return HOUR.format(entry.start().atZone(zone)) + "–"
                + HOUR.format(entry.end().atZone(zone)) + " " + entry.title().in(language)
                + (entry.place().isEmpty() ? "" : " · " + entry.place());
    }

    private ZoneId zone(Ref account) {
        var own = personal.profile(account).zone();
        return own.isEmpty() ? site.zone().get() : ZoneId.of(own);
    }
}
