import example.apis.DownloadsApi
import example.apis.PlatformsApi
import example.apis.VersionsApi
import example.infrastructure.ClientError
import example.infrastructure.ClientException
import example.infrastructure.Serializer
import example.models.ChangeClass
import example.models.PlatformInclude
import example.models.Problem
import java.net.URLDecoder

/** Every page, from the first. */
fun <Page> pages(ask: (cursor: String?) -> Page, next: (Page) -> String?): List<Page> {
    val found = mutableListOf<Page>()
    var cursor: String? = null
    do {
        val page = ask(cursor)
        found += page
        cursor = next(page)?.substringAfter("cursor=")?.substringBefore("&")?.let { URLDecoder.decode(it, "UTF-8") }
    } while (cursor != null)
    return found
}

fun main(args: Array<String>) {
    val platforms = PlatformsApi(args[0])

    val optOut = platforms.getOptOut("linkedin", region = "DE")
    println("opt-out: ${optOut.headline.verdict}, ${optOut.effort.actions} actions")
    optOut.controls[0].steps.forEachIndexed { i, step -> println("${i + 1}. $step") }

    val lists = pages({ platforms.listPlatforms(region = "DE", limit = 40, cursor = it) }, { it.next })
    val ids = lists.flatMap { page -> page.items.map { it.id } }
    println("platforms: ${ids.size} of ${lists[0].total} on ${lists.size} pages")

    val items = pages({ platforms.getHistory("linkedin", limit = 100, cursor = it) }, { it.next }).flatMap { it.items }
    val events = items.filter { it.event != null }
    println("history: ${events.size} events, ${items.count { it.change != null }} changes")
    println("event: ${events[0].day} ${events[0].event?.type} ${events[0].event?.title}")

    val answers = ids.map {
        platforms.getPlatform(it, region = "DE", include = PlatformInclude.entries)
    }
    println("answers: ${answers.sumOf { it.practices.size }} practices, ${answers.sumOf { it.sources?.size ?: 0 }} sources")

    val versions = VersionsApi(args[0])
    val change = versions.listChanges(platform = listOf("airbnb"), propertyClass = listOf(ChangeClass.correction), limit = 1).items[0]
    println("change: ${change.date} ${change.propertyClass} ${change.summary}")

    try {
        platforms.getPlatform("nope")
        error("no problem")
    } catch (failure: ClientException) {
        val body = (failure.response as ClientError<*>).body as String
        val problem = Serializer.moshi.adapter(Problem::class.java).fromJson(body)
        println("error: ${problem?.status} ${problem?.type} ${problem?.parameter}")
    }

    println("alias: twitter is ${platforms.getPlatform("twitter").id}")

    val file = DownloadsApi(args[0]).getDownload("latest", "ai-data-use-events.csv")
    println("download: ${file.length()} bytes")
}
