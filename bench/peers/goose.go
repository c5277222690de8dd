// A peer for all pages: reads one record per line, {"id", "url"?, "html_base64"}, and answers each
// with {"id", "text", "title", "byline", "date"} or {"id", "error"}, with GoOse, the Go port of Goose.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"

	goose "github.com/advancedlogic/GoOse"
)

type record struct {
	ID   string `json:"id"`
	URL  string `json:"url"`
	HTML string `json:"html_base64"`
}

func extract(extractor goose.Goose, r record) (answer map[string]string) {
	answer = map[string]string{"id": r.ID}
	defer func() {
		if fault := recover(); fault != nil {
			answer = map[string]string{"id": r.ID, "error": fmt.Sprint(fault)}
		}
	}()
	page, err := base64.StdEncoding.DecodeString(r.HTML)
	if err != nil {
		return map[string]string{"id": r.ID, "error": err.Error()}
	}
	if r.URL == "" {
		r.URL = "http://page.example/"
	}
	found, err := extractor.ExtractFromRawHTML(string(page), r.URL)
	if err != nil || found == nil {
		answer["text"] = ""
		return answer
	}
	answer["text"], answer["title"] = found.CleanedText, found.Title
	if found.PublishDate != nil {
		answer["date"] = found.PublishDate.Format("2006-01-02")
	}
	return answer
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := json.NewEncoder(os.Stdout)
	os.Stdout = os.Stderr // the library logs; only the answers belong on standard output
	extractor := goose.New()
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			var r record
			if json.Unmarshal(line, &r) == nil {
				out.Encode(extract(extractor, r))
			}
		}
		if err != nil {
			return
		}
	}
}
