package org.pavilion.server.notify;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Journal;
import org.pavilion.api.Notice;
import org.pavilion.api.Notices;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Ref;
import org.pavilion.api.Route;
import org.pavilion.api.Storage;
import org.pavilion.api.Tasks;
import org.pavilion.api.Text;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Letter;
import org.pavilion.server.identity.Letters;
import org.pavilion.server.personal.Personal;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.settings.MailSettings;
import org.pavilion.server.storage.WriteLimit;

/** Tells people what they should know: inbox, mail, digests. */
public final class Notify implements Notices, Letters, PersonalData {
    private static final Text OPEN = new Text("打开", "Open");
    private static final Text WHY_KIND =
            new Text("您收到这封邮件，是因为您选择了此类通知。", "You get this mail because you chose to hear of such things.");
    private static final Text STOP = new Text("不再接收：%s", "No more of these: %s");
    private static final Duration ROUND = Duration.ofMinutes(15);

    private final Storage storage;
    private final Inbox inbox;
    private final Wishes wishes;
    private final Post post;
    private final UnreadTopics topics;
    private final Digests digests;
    private final Digests.Site site;
    private final Addresses addresses;
    private final Personal personal;

    /**
     * What the rest of the house lends.
     *
     * @param mail the mail server, if one is configured
     * @param base whole address of the site, without a path
     * @param zone of the venue
     * @param paths page of an object without language prefix
     * @param sender in whose name mail is written
     */
    public record Means(
            Optional<MailSettings> mail,
            Supplier<String> base,
            Supplier<ZoneId> zone,
            Function<Ref, String> paths,
            Supplier<Sender> sender) {}

    public Notify(
            Storage storage,
            DomainEvents events,
            Tasks tasks,
            Identity identity,
            Realtime realtime,
            String epoch,
            Personal personal,
            Means means) {
        this(
                storage,
                events,
                tasks,
                identity,
                realtime,
                epoch,
                personal,
                means,
                new AccountAddresses(identity.accounts()),
                InstantSource.system());
        identity.accounts().deliver(this);
    }

    Notify(
            Storage storage,
            DomainEvents events,
            Tasks tasks,
            Identity identity,
            Realtime realtime,
            String epoch,
            Personal personal,
            Means means,
            Addresses addresses,
            InstantSource clock) {
        this.storage = storage;
        this.addresses = addresses;
        this.personal = personal;
        site = new Digests.Site(means.base(), means.zone(), means.paths(), means.sender());
        inbox = new Inbox(storage);
        wishes = new Wishes(storage);
        post = new Post(
                storage,
                tasks,
                clock,
                means.mail().map(mail -> new Smtp(mail, means.sender())).orElse(null));
        topics = new UnreadTopics(realtime, epoch, inbox::count);
        events.publishes("notify.told.v1", Told.class)
                .on("notify.told.v1", Told.class, DomainEvents.each((account, told) -> topics.tell(account)));
        MailActs.publish(events);
        digests = new Digests(storage, clock, personal, inbox, wishes, post, addresses, site);
        tasks.on("digest", nothing -> {
            digest();
            post.forget();
        });
        tasks.every("digest", ROUND);
        identity.personalData("core/notify", this);
    }

    /** Has the hour of a reader's day asked, at each round, from which digests go out. */
    public void digestsFrom(IntSupplier hour) {
        digests.from(hour);
    }

    /** Writes the digests that are due. */
    void digest() {
        digests.round();
    }

    public List<Route> routes() {
        return new InboxRoutes(this).all();
    }

    @Override
    public void send(Handle handle, Journal journal, Ref person, Notice notice) {
        var to = addresses.of(handle, person);
        if (to.isEmpty()) {
            return;
        }
        var way = wishes.of(handle, person).of(notice.kind());
        if (way == Way.NONE) {
            return;
        }
        inbox.put(handle, journal, person, notice);
        if (post.works() && to.get().confirmed() && way == Way.MAIL) {
            post.put(handle, journal, mail(person, to.get(), notice, wishes.secret(handle, person)), null);
        }
    }

    @Override
    public void sendToStarred(Handle handle, Journal journal, Ref object, Notice notice) {
        for (var person : personal.starredBy(handle, object)) {
            send(handle, journal, person, notice);
            WriteLimit.restart();
        }
    }

    @Override
    public void send(Ref person, Notice notice) {
        storage.write((handle, journal) -> {
            send(handle, journal, person, notice);
            return person;
        });
    }

    private Mail mail(Ref person, Addressee to, Notice notice, String secret) {
        var language = to.language();
        var stop = site.link("/unsubscribe/" + secret, language);
        var paper = new Paper(
                language.tag(),
                site.head(language),
                notice.title().in(language),
                OPEN.in(language),
                site.link(notice.about(), language),
                List.of(),
                List.of(WHY_KIND.in(language), STOP.in(language).formatted(stop)));
        return new Mail(
                Optional.of(person),
                to.email(),
                notice.kind(),
                notice.title().in(language),
                paper.plain(),
                paper.html(),
                stop);
    }

    /** Takes a letter over; false when there is no mail server. */
    @Override
    public boolean send(Letter letter) {
        if (!post.works()) {
            return false;
        }
        var mail = LetterWords.of(letter.kind()).mail(letter, addresses.owner(letter.to()), site);
        storage.write((handle, journal) -> {
            post.put(handle, journal, mail, letter.expires());
            return letter;
        });
        return true;
    }

    /** Newest first; {@code before} is empty or the last id of the page before. */
    public List<InboxItem> inbox(Ref account, String before, int limit) {
        return inbox.page(account, before, limit);
    }

    public int unread(Ref account) {
        return inbox.count(account);
    }

    public void read(Ref account, String item) {
        if (inbox.read(account, item)) {
            topics.tell(account);
        }
    }

    public void readAll(Ref account) {
        if (inbox.readAll(account) > 0) {
            topics.tell(account);
        }
    }

    public Wish wish(Ref account) {
        return wishes.of(account);
    }

    /** The kinds of notices the person has had, and how they want to hear of each. */
    public List<KindChoice> kinds(Ref account) {
        var wish = wishes.of(account);
        return inbox.kinds(account).stream()
                .map(last -> new KindChoice(last.kind(), last.title(), wish.of(last.kind())))
                .toList();
    }

    public void wish(Ref account, Wish wish) {
        wishes.keep(account, wish);
    }

    /** Ends all mail that is not a letter for whoever the link was written to; false when it is nobody's. */
    public boolean unsubscribe(String secret) {
        return wishes.end(secret);
    }

    /** Whether a mail server is configured. */
    public boolean mails() {
        return post.works();
    }

    /** What waits, what failed, and what was sent lately. */
    public List<MailRow> mail() {
        return post.all();
    }

    /** How many mails were given up. */
    public int dead() {
        return post.dead();
    }

    /**
     * The mail, newest first.
     *
     * @param state {@code queued}, {@code dead}, {@code sent}, or empty for all
     * @param text part of the recipient or of the kind
     * @param before empty, or where a page says the next begins
     */
    public MailPage mail(String state, String text, String before, int limit) {
        return post.page(state, text, before, limit);
    }

    /** Ids of all mail that was given up. */
    public List<String> deadMail() {
        return post.given();
    }

    /** Tries mail anew that was given up; returns how many that were. */
    public int retry(Collection<String> mails) {
        return post.again(mails);
    }

    /** Throws mail away that was not sent; returns how many that were. */
    public int drop(Collection<String> mails) {
        return post.drop(mails);
    }

    @Override
    public Map<String, Object> export(Ref person) {
        var all = new LinkedHashMap<>(inbox.export(person));
        all.putAll(post.export(person));
        var wish = wishes.of(person);
        if (!wish.equals(Wish.NONE)) {
            all.put("mailWishes", wish);
        }
        return all;
    }

    @Override
    public void merge(Ref from, Ref into) {
        storage.write((handle, journal) -> {
            handle.execute("update notify_item set account = ? where account = ?", into, from);
            handle.execute("delete from notify_wish where account = ?", from);
            return handle.execute("update notify_mail set account = ? where account = ?", into, from);
        });
        topics.tell(into);
    }

    @Override
    public void erase(Ref person) {
        var address = addresses.of(person).map(Addressee::email).orElse("");
        storage.write((handle, journal) -> {
            handle.execute("delete from notify_item where account = ?", person);
            handle.execute("delete from notify_wish where account = ?", person);
            handle.execute("delete from notify_mail where account = ?", person);
            handle.execute("delete from notify_mail where recipient <> '' and lower(recipient) = lower(?)", address);
            return person;
        });
    }
}
