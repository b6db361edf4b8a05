import example.ApiClient;
import example.ApiException;
import example.api.DownloadsApi;
import example.api.PlatformsApi;
import example.api.PlatformsApi.APIGetHistoryRequest;
import example.api.PlatformsApi.APIGetOptOutRequest;
import example.api.PlatformsApi.APIGetPlatformRequest;
import example.api.PlatformsApi.APIListPlatformsRequest;
import example.api.VersionsApi;
import example.api.VersionsApi.APIListChangesRequest;
import example.model.ChangeClass;
import example.model.History;
import example.model.HistoryItem;
import example.model.PlatformAnswer;
import example.model.PlatformInclude;
import example.model.PlatformList;
import example.model.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

public class Program {
  /** The cursor of the next page; null after the last. */
  static String cursor(String next) {
    if (next == null) return null;
    for (String pair : next.substring(next.indexOf('?') + 1).split("&"))
      if (pair.startsWith("cursor=")) return URLDecoder.decode(pair.substring(7), StandardCharsets.UTF_8);
    throw new IllegalArgumentException(next);
  }

  static APIGetPlatformRequest.Builder platform(String id) {
    return APIGetPlatformRequest.newBuilder().id(id);
  }

  public static void main(String[] args) throws Exception {
    var client = new ApiClient();
    client.updateBaseUri(args[0]);
    var platforms = new PlatformsApi(client);

    var optOut = platforms.getOptOut(APIGetOptOutRequest.newBuilder().id("linkedin").region("DE").build());
    System.out.printf("opt-out: %s, %d actions%n", optOut.getHeadline().getVerdict(), optOut.getEffort().getActions());
    int number = 0;
    for (String step : optOut.getControls().get(0).getSteps()) System.out.printf("%d. %s%n", ++number, step);

    var ids = new ArrayList<String>();
    PlatformList list;
    String at = null;
    int pages = 0;
    do {
      list = platforms.listPlatforms(
          APIListPlatformsRequest.newBuilder().region("DE").limit(40).cursor(at).build());
      pages++;
      list.getItems().forEach(item -> ids.add(item.getId()));
      at = cursor(list.getNext());
    } while (at != null);
    System.out.printf("platforms: %d of %d on %d pages%n", ids.size(), list.getTotal(), pages);

    var items = new ArrayList<HistoryItem>();
    do {
      History history = platforms.getHistory(
          APIGetHistoryRequest.newBuilder().id("linkedin").limit(100).cursor(at).build());
      items.addAll(history.getItems());
      at = cursor(history.getNext());
    } while (at != null);
    List<HistoryItem> events = items.stream().filter(item -> item.getEvent() != null).toList();
    long changes = items.stream().filter(item -> item.getChange() != null).count();
    System.out.printf("history: %d events, %d changes%n", events.size(), changes);
    var event = events.get(0).getEvent();
    System.out.printf("event: %s %s %s%n", events.get(0).getDay(), event.getType(), event.getTitle());

    int practices = 0;
    int sources = 0;
    for (String id : ids) {
      PlatformAnswer answer = platforms.getPlatform(
          platform(id).region("DE").include(List.of(PlatformInclude.values())).build());
      practices += answer.getPractices().size();
      sources += answer.getSources().size();
    }
    System.out.printf("answers: %d practices, %d sources%n", practices, sources);

    var change = new VersionsApi(client)
        .listChanges(APIListChangesRequest.newBuilder()
            .platform(List.of("airbnb")).propertyClass(List.of(ChangeClass.CORRECTION)).limit(1).build())
        .getItems().get(0);
    System.out.printf("change: %s %s %s%n", change.getDate(), change.getPropertyClass(), change.getSummary());

    try {
      platforms.getPlatform(platform("nope").build());
      throw new IllegalStateException("no problem");
    } catch (ApiException error) {
      Problem problem = client.getObjectMapper().readValue(error.getResponseBody(), Problem.class);
      System.out.printf("error: %d %s %s%n", problem.getStatus(), problem.getType(), problem.getParameter());
    }

    System.out.printf("alias: twitter is %s%n", platforms.getPlatform(platform("twitter").build()).getId());

    var file = new DownloadsApi(client).getDownload(
        DownloadsApi.APIGetDownloadRequest.newBuilder().release("latest")._file("ai-data-use-events.csv").build());
    System.out.printf("download: %d bytes%n", file.length());
  }
}
