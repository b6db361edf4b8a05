package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/url"
	"os"

	"example.com/client/generated"
)

var ctx = context.Background()

// ask returns an answer of the type asked for: an operation's answers are variants of one interface.
func ask[T any](answer any, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	wanted, ok := answer.(T)
	if !ok {
		log.Fatalf("unexpected answer: %+v", answer)
	}
	return wanted
}

// cursor of the next page; unset after the last.
func cursor(next generated.NilString) (at generated.OptString) {
	if next.Null {
		return
	}
	address, err := url.Parse(next.Value)
	if err != nil {
		log.Fatal(err)
	}
	at.SetTo(address.Query().Get("cursor"))
	return
}

func main() {
	api, err := generated.NewClient(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	text := generated.NewOptString

	optOut := ask[*generated.OptOut](api.GetOptOut(ctx, generated.GetOptOutParams{ID: "linkedin", Region: text("DE")}))
	fmt.Printf("opt-out: %s, %d actions\n", optOut.Headline.Verdict, optOut.Effort.Actions.Value)
	for i, step := range optOut.Controls[0].Steps {
		fmt.Printf("%d. %s\n", i+1, step)
	}

	var ids []string
	params := generated.ListPlatformsParams{Region: text("DE"), Limit: generated.NewOptInt(40)}
	for pages := 1; ; pages++ {
		page := ask[*generated.PlatformList](api.ListPlatforms(ctx, params))
		for _, item := range page.Items {
			ids = append(ids, item.ID)
		}
		if params.Cursor = cursor(page.Next); !params.Cursor.Set {
			fmt.Printf("platforms: %d of %d on %d pages\n", len(ids), page.Total, pages)
			break
		}
	}

	var events []generated.HistoryItem
	changes := 0
	history := generated.GetHistoryParams{ID: "linkedin", Limit: generated.NewOptInt(100)}
	for {
		page := ask[*generated.History](api.GetHistory(ctx, history))
		for _, item := range page.Items {
			if !item.Event.Null {
				events = append(events, item)
			}
			if !item.Change.Null {
				changes++
			}
		}
		if history.Cursor = cursor(page.Next); !history.Cursor.Set {
			break
		}
	}
	fmt.Printf("history: %d events, %d changes\n", len(events), changes)
	event := events[0].Event.Value
	fmt.Printf("event: %s %s %s\n", events[0].Day.Format("2006-01-02"), event.Type, event.Title)

	practices, sources := 0, 0
	for _, id := range ids {
		answer := ask[*generated.PlatformAnswer](api.GetPlatform(ctx, generated.GetPlatformParams{
			ID: id, Region: text("DE"), Include: generated.PlatformInclude("").AllValues(),
		}))
		practices += len(answer.Practices)
		sources += len(answer.Sources)
	}
	fmt.Printf("answers: %d practices, %d sources\n", practices, sources)

	change := ask[*generated.ChangeList](api.ListChanges(ctx, generated.ListChangesParams{
		Platform: []string{"airbnb"}, Class: []generated.ChangeClass{generated.ChangeClassCorrection}, Limit: generated.NewOptInt(1),
	})).Items[0]
	fmt.Printf("change: %s %s %s\n", change.Date.Format("2006-01-02"), change.Class, change.Summary)

	problem := ask[*generated.GetPlatformNotFound](api.GetPlatform(ctx, generated.GetPlatformParams{ID: "nope"}))
	fmt.Printf("error: %d %s %s\n", problem.Status, problem.Type, problem.Parameter.Value)

	alias := ask[*generated.PlatformAnswer](api.GetPlatform(ctx, generated.GetPlatformParams{ID: "twitter"}))
	fmt.Printf("alias: twitter is %s\n", alias.ID)

	file := ask[*generated.GetDownloadOKHeaders](api.GetDownload(ctx, generated.GetDownloadParams{
		Release: "latest", File: "ai-data-use-events.csv",
	}))
	bytes, err := io.Copy(io.Discard, file.Response)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("download: %d bytes\n", bytes)
}
