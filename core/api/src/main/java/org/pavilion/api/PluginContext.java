package org.pavilion.api;

/**
 * The doors of the house for one running plugin. Everything obtained here ends with the plugin:
 * after stop each method throws {@link Problem} {@code plugin.stopped}. All methods may be called
 * from any thread; registrations only while {@link Plugin#start} runs.
 */
@Stable
public interface PluginContext {
    PluginInfo info();

    Routes routes();

    Pages pages();

    Templates templates();

    Storage storage();

    /** Records in a JSON column, with a mapper that ends with the plugin. */
    JsonText json();

    DomainEvents events();

    SearchIndex search();

    Directory directory();

    Links links();

    /** Live rooms: chat, stream, reactions. */
    Rooms rooms();

    Content content();

    Imports imports();

    /** Records of any board that become public at a moment of their own. */
    @Preview
    Releases releases();

    Statistics statistics();

    Access access();

    /** Says where this plugin's objects stand, so that rights can be granted for them. */
    @Preview
    Scopes scopes();

    Settings settings();

    Tasks tasks();

    @Preview
    Topics topics();

    /** The inboxes of people who have an account. */
    @Preview
    Notices notices();

    /** When the objects of this plugin take place, for people's own agendas. */
    @Preview
    Calendar calendar();

    /**
     * Says how what the plugin keeps about people is exported and erased; in {@link Plugin#start}. A
     * plugin that keeps rows of a person and does not say so breaks the promise the house gives.
     */
    @Preview
    void personalData(PersonalData data);

    Health health();

    /** Closes the resource when the plugin stops, after those handed over later. Returns it. */
    <R extends AutoCloseable> R closeOnStop(R resource);
}
