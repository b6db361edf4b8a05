package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"

	"example.com/client/generated"
)

var ctx = context.Background()

// ask returns the answer, where there is one and not a problem.
func ask[T any](answer T, _ *http.Response, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return answer
}

// cursor of the next page; empty after the last.
func cursor(next generated.NullableString) string {
	if next.Get() == nil {
		return ""
	}
	address, err := url.Parse(*next.Get())
	if err != nil {
		log.Fatal(err)
	}
	return address.Query().Get("cursor")
}

func main() {
	configuration := generated.NewConfiguration()
	configuration.Servers = generated.ServerConfigurations{{URL: os.Args[1]}}
	api := generated.NewAPIClient(configuration)
	platforms := api.PlatformsAPI

	optOut := ask(platforms.GetOptOut(ctx, "linkedin").Region("DE").Execute())
	fmt.Printf("opt-out: %s, %d actions\n", optOut.Headline.Verdict, *optOut.Effort.Actions.Get())
	for i, step := range optOut.Controls[0].Steps {
		fmt.Printf("%d. %s\n", i+1, step)
	}

	var ids []string
	list := platforms.ListPlatforms(ctx).Region("DE").Limit(40)
	for pages := 1; ; pages++ {
		page := ask(list.Execute())
		for _, item := range page.Items {
			ids = append(ids, item.Id)
		}
		next := cursor(page.Next)
		if next == "" {
			fmt.Printf("platforms: %d of %d on %d pages\n", len(ids), page.Total, pages)
			break
		}
		list = list.Cursor(next)
	}

	var events []generated.HistoryItem
	changes := 0
	history := platforms.GetHistory(ctx, "linkedin").Limit(100)
	for {
		page := ask(history.Execute())
		for _, item := range page.Items {
			if item.Event.Get() != nil {
				events = append(events, item)
			}
			if item.Change.Get() != nil {
				changes++
			}
		}
		next := cursor(page.Next)
		if next == "" {
			break
		}
		history = history.Cursor(next)
	}
	fmt.Printf("history: %d events, %d changes\n", len(events), changes)
	event := events[0].Event.Get()
	fmt.Printf("event: %s %s %s\n", events[0].Day, event.Type, event.Title)

	practices, sources := 0, 0
	for _, id := range ids {
		answer := ask(platforms.GetPlatform(ctx, id).Region("DE").Include(generated.AllowedPlatformIncludeEnumValues).Execute())
		practices += len(answer.Practices)
		sources += len(answer.Sources)
	}
	fmt.Printf("answers: %d practices, %d sources\n", practices, sources)

	change := ask(api.VersionsAPI.ListChanges(ctx).Platform([]string{"airbnb"}).Class([]generated.ChangeClass{generated.CHANGECLASS_CORRECTION}).Limit(1).Execute()).Items[0]
	fmt.Printf("change: %s %s %s\n", change.Date, change.Class, change.Summary)

	_, _, err := platforms.GetPlatform(ctx, "nope").Execute()
	var failure *generated.GenericOpenAPIError
	if !errors.As(err, &failure) {
		log.Fatalf("no problem: %v", err)
	}
	problem := failure.Model().(generated.Problem)
	fmt.Printf("error: %d %s %s\n", problem.Status, problem.Type, *problem.Parameter)

	fmt.Printf("alias: twitter is %s\n", ask(platforms.GetPlatform(ctx, "twitter").Execute()).Id)

	file := ask(api.DownloadsAPI.GetDownload(ctx, "latest", "ai-data-use-events.csv").Execute())
	info, err := file.Stat()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("download: %d bytes\n", info.Size())
}
