package org.pavilion.server.plugin;

import org.pavilion.api.Content;
import org.pavilion.api.Directory;
import org.pavilion.api.Links;
import org.pavilion.api.Notices;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.event.TaskQueue;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.imports.ImportDesk;
import org.pavilion.server.live.LiveRooms;
import org.pavilion.server.personal.Personal;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.search.Search;
import org.pavilion.server.statistics.Counters;
import org.pavilion.server.storage.Database;
import org.pavilion.server.telemetry.Telemetry;

/** The features of the house that plugins reach through their context. */
public record PluginPorts(
        Database database,
        EventLog events,
        Identity identity,
        Realtime realtime,
        Directory directory,
        Search search,
        Links links,
        Content content,
        ImportDesk imports,
        Counters statistics,
        TaskQueue tasks,
        LiveRooms rooms,
        Notices notices,
        Personal personal,
        TemplateHost templates,
        Telemetry telemetry) {}
