package main

import (
	"context"
	"fmt"
	"log"
	"net/url"
	"os"

	"example.com/client/generated"
)

var ctx = context.Background()

// ask returns the answer, where there is one and not a problem.
func ask[T any](answer *T, err error) *T {
	if err != nil {
		log.Fatal(err)
	}
	return answer
}

// cursor of the next page; nil after the last.
func cursor(next *string) *string {
	if next == nil {
		return nil
	}
	address, err := url.Parse(*next)
	if err != nil {
		log.Fatal(err)
	}
	return new(address.Query().Get("cursor"))
}

func main() {
	api := ask(generated.NewClientWithResponses(os.Args[1]))
	region := new("DE")

	optOut := ask(api.GetOptOutWithResponse(ctx, "linkedin", &generated.GetOptOutParams{Region: region})).JSON200
	fmt.Printf("opt-out: %s, %d actions\n", optOut.Headline.Verdict, *optOut.Effort.Actions)
	for i, step := range optOut.Controls[0].Steps {
		fmt.Printf("%d. %s\n", i+1, step)
	}

	var ids []string
	params := &generated.ListPlatformsParams{Region: region, Limit: new(40)}
	for pages := 1; ; pages++ {
		page := ask(api.ListPlatformsWithResponse(ctx, params)).JSON200
		for _, item := range page.Items {
			ids = append(ids, item.Id)
		}
		if params.Cursor = cursor(page.Next); params.Cursor == nil {
			fmt.Printf("platforms: %d of %d on %d pages\n", len(ids), page.Total, pages)
			break
		}
	}

	var events []generated.HistoryItem
	changes := 0
	history := &generated.GetHistoryParams{Limit: new(100)}
	for {
		page := ask(api.GetHistoryWithResponse(ctx, "linkedin", history)).JSON200
		for _, item := range page.Items {
			if item.Event != nil {
				events = append(events, item)
			}
			if item.Change != nil {
				changes++
			}
		}
		if history.Cursor = cursor(page.Next); history.Cursor == nil {
			break
		}
	}
	fmt.Printf("history: %d events, %d changes\n", len(events), changes)
	fmt.Printf("event: %s %s %s\n", events[0].Day, events[0].Event.Type, events[0].Event.Title)

	practices, sources := 0, 0
	include := &[]generated.PlatformInclude{"record", "sources", "events", "evidence", "myths"}
	for _, id := range ids {
		answer := ask(api.GetPlatformWithResponse(ctx, id, &generated.GetPlatformParams{Region: region, Include: include})).JSON200
		practices += len(answer.Practices)
		sources += len(*answer.Sources)
	}
	fmt.Printf("answers: %d practices, %d sources\n", practices, sources)

	change := ask(api.ListChangesWithResponse(ctx, &generated.ListChangesParams{
		Platform: &[]string{"airbnb"}, Class: &[]generated.ChangeClass{"correction"}, Limit: new(1),
	})).JSON200.Items[0]
	fmt.Printf("change: %s %s %s\n", change.Date, change.Class, change.Summary)

	problem := ask(api.GetPlatformWithResponse(ctx, "nope", nil)).ApplicationproblemJSON404
	fmt.Printf("error: %d %s %s\n", problem.Status, problem.Type, *problem.Parameter)

	fmt.Printf("alias: twitter is %s\n", ask(api.GetPlatformWithResponse(ctx, "twitter", nil)).JSON200.Id)

	file := ask(api.GetDownloadWithResponse(ctx, "latest", "ai-data-use-events.csv"))
	fmt.Printf("download: %d bytes\n", len(file.Body))
}
